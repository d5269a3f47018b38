"""How the app is served, in a demo as in operation: `gunicorn --config deploy/gunicorn.conf.py app:app`."""

import os

# Only the proxy on the same machine is to reach it; HOST=0.0.0.0 lets a phone on the network in.
bind = [f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"]

# Four workers on two cores gain nothing; the threads wait for the database.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or os.cpu_count() or 1)
threads = 8  # as many as a process has database connections: logger/store/databases/engine.py

# A sync batch may crawl in over a bad line: the proxy takes it in whole first, where there is one.
timeout = 60
graceful_timeout = 30
keepalive = 75  # longer than the proxy's, so that it never sends into a connection that just closed
max_requests = 20_000
max_requests_jitter = 2_000

# The app writes its own line a request, without the query; gunicorn says when it starts and stops.
accesslog = None
errorlog = "-"
loglevel = os.environ.get("LOG_LEVEL", "info")

limit_request_line = 4_094
limit_request_fields = 60
limit_request_field_size = 8_190

control_socket_disable = True
