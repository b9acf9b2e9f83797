"""Log in by way of the organisation's own identity provider (OpenID Connect).

The way there and back is allauth's: discovery, state, PKCE. Ours is that the answer must be signed,
complete and about this question, and that nobody gets an account by it: a beheerder linked it
before.
"""

import logging
import secrets
from collections.abc import Mapping
from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe
from requests import RequestException

from schakel.base.refusal import Refusal
from schakel.toegang.doors import public
from schakel.toegang.gebruikers.binnenkomen import find_by_oidc
from schakel.toegang.sessie import BUITEN
from schakel.web.inloggen.terug import unstored
from schakel.web.inloggen.wie import go_on, require_at_work, wanted_address

log = logging.getLogger("schakel.inloggen")

AANBIEDER = "organisatie"
BIJ_DE_ORGANISATIE = "wie bij de eigen organisatie inlogt is hier nog niet ingelogd"
ONBEKEND = (
    "Uw organisatie kent u, Schakel nog niet: vraag de functioneel beheerder om u toegang te geven."
)
MISLUKT = "Het inloggen bij uw organisatie is niet gelukt. Probeer het opnieuw."
ONBEREIKBAAR = (
    "Uw organisatie antwoordt niet. Probeer het over enkele minuten opnieuw. Lukt het dan niet, "
    "vraag het de functioneel beheerder."
)
ALTIJD = "altijd"
SIGNED_BY = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
WRONG = (OAuth2Error, jwt.PyJWTError, KeyError, ValueError, TypeError, AttributeError)


class Heenweg(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """The one identity provider that the settings name."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request, AANBIEDER)
        self.app = SocialApp(
            provider="openid_connect",
            provider_id=AANBIEDER,
            name=settings.OIDC_NAAM,
            client_id=settings.OIDC_CLIENT_ID,
            secret=settings.OIDC_SECRET,
            settings={"server_url": settings.OIDC_ADRES.rstrip("/")},
        )

    def get_provider(self) -> OpenIDConnectProvider:
        """Return the provider of the settings; allauth's tables of providers stay empty."""
        return OpenIDConnectProvider(self.request, app=self.app)

    def read(self, token: str, *, nonce: str) -> Mapping[str, Any]:
        """Return what an id token says.

        Allauth skips the signature of a token that it fetched itself, and wants a `kid` of a
        provider with one key; the standard asks neither.

        :raises OAuth2Error: if it does not say by which key, or is of another question
        :raises PyJWTError: if it is signed by another, for another, too old, or not complete
        """
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        kid = jwt.get_unverified_header(token).get("kid")
        keys = [
            key for key in jwt.PyJWKSet(answer.json()["keys"]).keys if kid in {None, key.key_id}
        ]
        if len(keys) != 1:
            raise OAuth2Error("It does not say by which key it is signed.")
        claims: Mapping[str, Any] = jwt.decode(
            token, keys[0].key, algorithms=SIGNED_BY, issuer=self.openid_config["issuer"],
            audience=self.app.client_id, leeway=60,
            options={"require": ["exp", "iat", "iss", "aud", "sub", "nonce"]},
        )  # fmt: skip
        if not constant_time_compare(str(claims["nonce"]), nonce):
            raise OAuth2Error("The nonce is of another question.")
        return claims

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """Return where the provider sends someone back to."""
        scheme = "https" if settings.HTTPS else request.scheme
        return f"{scheme}://{request.get_host()}{reverse('organisatie_terug')}"


@public(BIJ_DE_ORGANISATIE)
@require_safe
def heen(request: HttpRequest) -> HttpResponse:
    """Send someone to the identity provider of the organisation."""
    if not settings.OIDC_ADRES:
        raise Http404
    way = Heenweg(request)
    nonce, pkce = secrets.token_urlsafe(24), generate_code_challenge()
    try:
        client, there = way.get_client(request, way.app), way.authorize_url
    except RequestException:
        log.exception("The identity provider does not answer.")
        return _failed(request, ONBEREIKBAAR, status=502)
    except WRONG:
        log.exception("The identity provider answers what we do not understand.")
        return _failed(request, ONBEREIKBAAR, status=502)
    kept = {
        "nonce": nonce,
        "pkce": pkce.pop("code_verifier"),
        "verder": wanted_address(request),
    }
    client.state = statekit.stash_state(request, provider_id=AANBIEDER, state=kept)
    scope = ["openid", "email" if settings.OIDC_CLAIM == "email" else "profile"]
    address = client.get_redirect_url(there, scope, {**pkce, "nonce": nonce})
    return redirect(address)


@public(BIJ_DE_ORGANISATIE)
@require_safe
@sensitive_variables()
def terug(request: HttpRequest) -> HttpResponse:
    """Let in whom the organisation vouches for, when a beheerder linked that person."""
    if not settings.OIDC_ADRES:
        raise Http404
    kept = statekit.unstash_state(
        request, state_id=request.GET.get("state", ""), provider_id=AANBIEDER
    )
    if kept is None or "code" not in request.GET:
        return _failed(request, MISLUKT)
    try:
        claims = _claims(Heenweg(request), kept)
    except RequestException:
        log.exception("The identity provider does not answer.")
        return _failed(request, ONBEREIKBAAR, status=502)
    except WRONG as wrong:
        why = type(wrong.__cause__ or wrong).__name__
        log.warning("What the identity provider answered was refused: %s", why)
        return _failed(request, MISLUKT)
    return _let_in(request, claims, verder=kept["verder"])


def _claims(way: Heenweg, kept: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the provider says of someone, in answer to this very question."""
    if way.openid_config["issuer"].rstrip("/") != settings.OIDC_ADRES.rstrip("/"):
        raise OAuth2Error("The provider calls itself by another address than the settings do.")
    client = way.get_client(way.request, way.app)
    answer = client.get_access_token(way.request.GET["code"], pkce_code_verifier=kept["pkce"])
    return way.read(answer["id_token"], nonce=kept["nonce"])


def _let_in(request: HttpRequest, claims: Mapping[str, Any], *, verder: str) -> HttpResponse:
    account = find_by_oidc(naam=_naam(claims), sub=str(claims.get("sub") or ""))
    if account is None:
        return _failed(request, ONBEKEND, status=403)
    try:
        require_at_work(account)
    except Refusal as refusal:
        return _failed(request, refusal.text, status=403)
    factor = BUITEN if _proved_twice(claims) else ""
    return go_on(request, account, factor=factor, verder=verder)


def _naam(claims: Mapping[str, Any]) -> str:
    """Return the name that a beheerder may have linked; an address that nobody checked is none."""
    if settings.OIDC_CLAIM == "email" and claims.get("email_verified") is not True:
        log.warning("The identity provider did not verify the e-mail address; refused.")
        return ""
    return str(claims.get(settings.OIDC_CLAIM) or "")


def _proved_twice(claims: Mapping[str, Any]) -> bool:
    """True if the provider says that more than a password was asked, or always asks it."""
    trusted = set(settings.OIDC_TWEEDE_FACTOR)
    said = [claims.get(name) or [] for name in ("amr", "acr", "acrs")]
    ways = {str(way) for one in said for way in ([one] if isinstance(one, str) else one)}
    return ALTIJD in trusted or not ways.isdisjoint(trusted)


def _failed(request: HttpRequest, text: str, *, status: int = 400) -> HttpResponse:
    words = {"titel": "Niet ingelogd", "tekst": text, "opnieuw": True}
    return unstored(render(request, "web/inloggen/niet_gelukt.html", words, status=status))
