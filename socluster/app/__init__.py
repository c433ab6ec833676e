"""The door for those who do not write Python: one page that is the app on a server and the what-if page by e-mail.

`answers/` asks the library and gives plain values; `page/` holds the page (HTML, CSS, plain JavaScript modules);
`server/` hands the page out and lets workers calculate;
`single_page.py` puts both into one file that needs no server.
"""
