"""Where Alembic begins: it is handed a connection whose transaction is open, and runs the steps on it."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
