"""A shop's draft, the record of its edits, its releases and the pointer to the live one. `document` and the patches
are JSON as kaipu.definition has it. A release's row never changes: the app's role may not.
"""

from django.db import models

from kaipu.commerce.shops.models import User
from kaipu.commerce.shops.tenancy import TenantModel


class Draft(TenantModel):
    rev = models.PositiveIntegerField(default=0)
    document = models.JSONField()
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop"], name="one_draft_per_shop")]

    def __str__(self) -> str:
        return f"draft at {self.rev}"


class OperationRecord(TenantModel):
    """One step of the draft, from `rev` - 1 to `rev`: what was done, how to take it back, which places it touched."""

    class Kind(models.TextChoices):
        EDIT = "edit"
        UNDO = "undo"
        REDO = "redo"
        REVERT = "revert"

    class State(models.TextChoices):
        """Of an edit or a revert; undos and redos are always done."""

        DONE = "done"
        UNDONE = "undone"
        # Undone, and then something else was done: it cannot come back.
        DROPPED = "dropped"

    rev = models.PositiveIntegerField()
    operation_id = models.UUIDField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    label = models.CharField(max_length=80)
    patch = models.JSONField()
    inverse = models.JSONField()
    touched = models.JSONField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.DONE)
    # The step that an undo, redo or revert is about.
    target_rev = models.PositiveIntegerField(null=True)
    author = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "rev"], name="one_record_per_rev"),
            models.UniqueConstraint(fields=["shop", "operation_id"], name="one_record_per_operation"),
        ]

    def __str__(self) -> str:
        return f"{self.rev}: {self.label}"


class ReleaseRecord(TenantModel):
    """An immutable release. `body` is the canonical JSON that `sha256` is the hash of."""

    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    body = models.TextField()
    blocks = models.JSONField()
    label = models.CharField(max_length=80, blank=True)
    author = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "number"], name="one_release_per_number")]

    def __str__(self) -> str:
        return f"release {self.number}"


class LivePointer(TenantModel):
    """Which release shoppers see."""

    release = models.ForeignKey(ReleaseRecord, on_delete=models.PROTECT, related_name="+")
    moved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop"], name="one_live_release_per_shop")]

    def __str__(self) -> str:
        return f"live: {self.release_id}"
