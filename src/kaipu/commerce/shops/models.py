"""Shops, their people, and one-time sign-in links. A shop's goods, orders and money are other apps' tables."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.tenancy import TenantModel


class UserManager(BaseUserManager["User"]):
    """Users are made by actions; the manager only finds them."""


class User(AbstractBaseUser):
    """A person who runs shops. Signs in by a one-time link; the password field stays unusable until passwords exist."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    handle = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=64)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "handle"

    def __str__(self) -> str:
        return self.name


class Shop(models.Model):
    """The tenant. This table is the directory that leads a request to its shop: it holds what any shopper may read."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=64)
    # kaipu.definition.ShopInformation: address, phones, hours, opening, tables, ...
    information = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.slug


class Membership(TenantModel):
    """A user's part in a shop."""

    class Role(models.TextChoices):
        OWNER = "owner"
        STAFF = "staff"

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role.choices)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "shop"], name="one_membership_per_user_and_shop")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"


class SignInLink(models.Model):
    """A link that signs a user in once. Only the hash of its token is kept."""

    token_sha256 = models.CharField(max_length=64, primary_key=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"for {self.user_id} until {self.expires_at:%Y-%m-%d %H:%M}"
