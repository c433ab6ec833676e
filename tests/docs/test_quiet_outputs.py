"""What notebooks write to stderr, as the site shows it: a warning once, and no notice of the machine."""

BOX = '<div class="output stderr highlight-myst-ansi notranslate"><div class="highlight"><pre>{}</pre></div>\n</div>'
NOTICE = "<span></span>socluster: preparing fast routines for this computer; this takes some seconds, once\n"
WARNING = "/tmp/ipykernel_4/24.py:1: NearNameWarning: there is no &#39;x&#39;\n  outcome = sc.compare()\n"


def test_a_notice_of_the_machine_goes_with_its_box(docs_module):
    assert docs_module("quiet_outputs").quiet(f"a{BOX.format(NOTICE)}b") == "ab"


def test_a_warning_is_shown_once_without_the_file_of_its_kernel(docs_module):
    page = docs_module("quiet_outputs").quiet(BOX.format(NOTICE + WARNING + WARNING) + BOX.format(WARNING))
    assert page == BOX.format("NearNameWarning: there is no &#39;x&#39;\n")


def test_what_else_is_written_stays(docs_module):
    page = BOX.format("<span></span>something else\n")
    assert docs_module("quiet_outputs").quiet(page) == page
