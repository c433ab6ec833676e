"""The server of the app: it hands out the page, keeps what is brought, and lets workers calculate.

The server process stays small: it never loads numpy, and reads nothing of what is uploaded. A worker is a process of
its own, which can be stopped at any moment. What a worker does stands in `worker`, `tasks`, `uploads`, `corrected` and
`take`; all other modules run in the server. A new kind of question is a function in `tasks` and a route in `site`.
"""
