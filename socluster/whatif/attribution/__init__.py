"""Attribution: which edit causes which part of a change."""
