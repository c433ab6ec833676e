"""The sections of a report, one file each: a function of the facts returns a part, or None if there is nothing to say.

A new section is a file with such a function and a line in `SECTIONS`, in the order of reading. Its finding is a
sentence that says no more than was computed; what it shows are blocks (`report.blocks`).
"""

from socluster.report.sections.chance import chance
from socluster.report.sections.change import change
from socluster.report.sections.cohesion import cohesion
from socluster.report.sections.connectors import connectors
from socluster.report.sections.leaving import leaving
from socluster.report.sections.members import members
from socluster.report.sections.method import method
from socluster.report.sections.services import services
from socluster.report.sections.sound import sound

__all__ = ["SECTIONS"]

SECTIONS = (members, cohesion, chance, connectors, leaving, services, change, sound, method)
