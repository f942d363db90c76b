"""Migration operations that build the wall between shops in the database."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

APP_ROLE = "kaipu_app"
# nullif: once set and reset, a custom setting is an empty string and no longer null.
CURRENT_SHOP = "nullif(current_setting('kaipu.shop', true), '')::uuid"
CURRENT_USER = "nullif(current_setting('kaipu.user', true), '')::uuid"


class _Policies(Operation):
    """Enables and forces row-level security on a table; subclasses say which rows may be seen and written."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, table: str) -> None:
        self.table = table

    def policies(self) -> list[str]:
        raise NotImplementedError

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Row-level security is no part of Django's picture of the models."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        schema_editor.execute(f'ALTER TABLE "{self.table}" ENABLE ROW LEVEL SECURITY')
        schema_editor.execute(f'ALTER TABLE "{self.table}" FORCE ROW LEVEL SECURITY')
        for statement in self.policies():
            schema_editor.execute(statement)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for command in ("all", "select", "insert", "update"):
            schema_editor.execute(f'DROP POLICY IF EXISTS kaipu_{command} ON "{self.table}"')
        schema_editor.execute(f'ALTER TABLE "{self.table}" NO FORCE ROW LEVEL SECURITY')
        schema_editor.execute(f'ALTER TABLE "{self.table}" DISABLE ROW LEVEL SECURITY')
        schema_editor.execute(f'GRANT SELECT, INSERT, UPDATE, DELETE ON "{self.table}" TO {APP_ROLE}')

    def describe(self) -> str:
        return f"Row-level security on {self.table}"


class IsolateByShop(_Policies):
    """Rows of `table` (its database name, such as "orders_order") are seen and written only in the scope of their shop.

    With `append_only` the app's role can add and read rows, and never change or delete one.
    """

    def __init__(self, table: str, append_only: bool = False) -> None:
        super().__init__(table)
        self.append_only = append_only

    def policies(self) -> list[str]:
        rule = f"shop_id = {CURRENT_SHOP}"
        statements = [f'CREATE POLICY kaipu_all ON "{self.table}" USING ({rule}) WITH CHECK ({rule})']
        if self.append_only:
            statements.append(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{self.table}" FROM {APP_ROLE}')
        return statements


class GuardShops(_Policies):
    """The table of shops itself: anyone may look a shop up (a request names one before it has a scope) or open one;
    a shop's row changes only in its own scope and is never deleted."""

    def policies(self) -> list[str]:
        own = f"id = {CURRENT_SHOP}"
        return [
            f'CREATE POLICY kaipu_select ON "{self.table}" FOR SELECT USING (true)',
            f'CREATE POLICY kaipu_insert ON "{self.table}" FOR INSERT WITH CHECK (true)',
            f'CREATE POLICY kaipu_update ON "{self.table}" FOR UPDATE USING ({own}) WITH CHECK ({own})',
            f'REVOKE DELETE, TRUNCATE ON "{self.table}" FROM {APP_ROLE}',
        ]


class GuardMemberships(_Policies):
    """A membership is seen by its shop and by its user, and written by its shop only."""

    def policies(self) -> list[str]:
        shop = f"shop_id = {CURRENT_SHOP}"
        return [
            f'CREATE POLICY kaipu_all ON "{self.table}" USING ({shop}) WITH CHECK ({shop})',
            f'CREATE POLICY kaipu_select ON "{self.table}" FOR SELECT USING (user_id = {CURRENT_USER})',
        ]
