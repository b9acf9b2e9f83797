"""The addresses of the screens. No BSN, name or phone number is ever part of one."""

from django.urls import path

from schakel.web.account import views as account
from schakel.web.brieven import views as brieven
from schakel.web.dossier import export as dossier_export
from schakel.web.dossier import views as dossier
from schakel.web.export import views as export
from schakel.web.gebruikers import export as gebruikers_export
from schakel.web.gebruikers import views as gebruikers
from schakel.web.gebruikers import wijzigen as gebruiker
from schakel.web.inlezen import export as inlezen_export
from schakel.web.inlezen import views as inlezen
from schakel.web.inloggen import organisatie, tweede, uitnodiging
from schakel.web.inloggen import views as inloggen
from schakel.web.instroom import later, nieuw, toewijzen
from schakel.web.inzageverzoek import views as inzageverzoek
from schakel.web.keten import export as keten_export
from schakel.web.keten import views as keten
from schakel.web.samenvoegen import views as samenvoegen
from schakel.web.stand import export as stand_export
from schakel.web.stand import views as stand
from schakel.web.traject import concept, herstellen, stappen, tegenspraak
from schakel.web.verwerkingen import views as verwerkingen
from schakel.web.werk import export as werk_export
from schakel.web.werk import views as werk
from schakel.web.wet import views as wet
from schakel.web.zicht import delen
from schakel.web.zicht import views as zicht
from schakel.web.zoeken import export as zoeken_export
from schakel.web.zoeken import views as zoeken

urlpatterns = [
    path("", inloggen.start, name="start"),
    path("inloggen/", inloggen.log_in, name="inloggen"),
    path("inloggen/code/", tweede.code, name="inloggen_code"),
    path("inloggen/instellen/", tweede.instellen, name="inloggen_instellen"),
    path("inloggen/organisatie/", organisatie.heen, name="organisatie"),
    path("inloggen/organisatie/terug/", organisatie.terug, name="organisatie_terug"),
    path("uitnodiging/", uitnodiging.uitnodiging, name="uitnodiging"),
    path("uitnodiging/<str:woord>/", uitnodiging.link, name="uitnodiging_link"),
    path("uitloggen/", inloggen.log_out, name="logout"),
    path("account/", account.account, name="account"),
    path("account/wachtwoord/", account.wachtwoord, name="account_wachtwoord"),
    path("account/tweede-stap/", account.tweede_stap, name="account_tweede_stap"),
    path("account/tweede-stap/<int:factor>/weg/", account.weg, name="account_factor_weg"),
    path("account/noodcodes/", account.noodcodes, name="account_noodcodes"),
    path("account/overal-uitloggen/", account.overal_uit, name="account_overal_uit"),
    path("gebruikers/", gebruikers.gebruikers, name="gebruikers"),
    path("gebruikers/nieuw/", gebruikers.nieuw, name="gebruiker_nieuw"),
    path("gebruikers/<int:account>/", gebruikers.gebruiker, name="gebruiker"),
    path("gebruikers/<int:account>/wijzigen/", gebruiker.wijzigen, name="gebruiker_wijzigen"),
    path("gebruikers/<int:account>/uitnodigen/", gebruiker.uitnodigen, name="gebruiker_uitnodigen"),
    path("gebruikers/<int:account>/uitzetten/", gebruiker.uitzetten, name="gebruiker_uitzetten"),
    path("gebruikers/<int:account>/aanzetten/", gebruiker.aanzetten, name="gebruiker_aanzetten"),
    path(
        "gebruikers/<int:account>/tweede-stap/", gebruiker.terugzetten, name="gebruiker_terugzetten"
    ),
    path(
        "gebruikers/<int:account>/deblokkeren/", gebruiker.deblokkeren, name="gebruiker_deblokkeren"
    ),
    path("favicon.ico", inloggen.favicon, name="favicon"),
    path("werk/", werk.werk, name="werk"),
    path("werk/<uuid:uuid>/<slug:handeling>/", werk.punt, name="werkpunt"),
    path("dossiers/", dossier.lijst, name="dossiers"),
    path("dossiers/nieuw/", nieuw.nieuw, name="nieuw_dossier"),
    path("dossiers/<uuid:uuid>/", dossier.dossier, name="dossier"),
    path("dossiers/<uuid:uuid>/pip/", concept.pip, name="pip"),
    path("dossiers/<uuid:uuid>/pip/voorleggen/", concept.voorleggen, name="voorleggen"),
    path("dossiers/<uuid:uuid>/pip/weggooien/", concept.weggooien, name="weggooien"),
    path("dossiers/<uuid:uuid>/pip/meelezen/", concept.meelezen, name="meelezen"),
    path("dossiers/<uuid:uuid>/stap/<slug:naam>/", stappen.stap, name="stap"),
    path(
        "dossiers/<uuid:uuid>/documenten/<int:document>/",
        brieven.document,
        name="document",
    ),
    path("dossiers/<uuid:uuid>/feit/", later.feit, name="feit"),
    path("dossiers/<uuid:uuid>/gegevens/", later.gegevens, name="gegevens"),
    path("dossiers/<uuid:uuid>/casusregisseur/", toewijzen.casusregisseur, name="casusregisseur"),
    path(
        "dossiers/<uuid:uuid>/gebeurtenis/<int:gebeurtenis>/herstellen/",
        herstellen.herstellen,
        name="herstellen",
    ),
    path(
        "dossiers/<uuid:uuid>/gebeurtenis/<int:gebeurtenis>/niet-gebeurd/",
        herstellen.niet_gebeurd,
        name="niet_gebeurd",
    ),
    path(
        "dossiers/<uuid:uuid>/gebeurtenis/<int:gebeurtenis>/tegenspraak/",
        tegenspraak.tegenspraak,
        name="tegenspraak",
    ),
    path(
        "dossiers/<uuid:uuid>/gebeurtenis/<int:gebeurtenis>/antwoord/",
        tegenspraak.antwoord,
        name="antwoord",
    ),
    path("dossiers/<uuid:uuid>/zicht/", zicht.nagaan, name="zicht"),
    path("dossiers/<uuid:uuid>/delen/", delen.delen, name="delen"),
    path("dossiers/<uuid:uuid>/delen/<int:betrokkene>/einde/", delen.einde, name="delen_einde"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("dossiers/<uuid:uuid>/samenvoegen/", samenvoegen.samenvoegen, name="samenvoegen"),
    path(
        "dossiers/<uuid:uuid>/samenvoegen/<int:samenvoeging>/ongedaan/",
        samenvoegen.ongedaan,
        name="samenvoeging_ongedaan",
    ),
    path("keten/", keten.keten, name="keten"),
    path("keten/bevoegdheid/", keten.bevoegdheid, name="bevoegdheid"),
    path(
        "keten/bevoegdheid/<int:bevoegdheid>/einde/",
        keten.bevoegdheid_einde,
        name="bevoegdheid_einde",
    ),
    path("lijsten/", inlezen.lijsten, name="lijsten"),
    path("lijsten/<int:inlezing>/", inlezen.inlezing, name="inlezing"),
    path("lijsten/<int:inlezing>/kolommen/", inlezen.kolommen, name="inlezing_kolommen"),
    path("lijsten/<int:inlezing>/weg/", inlezen.weg, name="inlezing_weg"),
    path("wet/", wet.wet, name="wet"),
    path("wet/<slug:naam>/", wet.regel, name="wetsregel"),
    path("stand/", stand.stand, name="stand"),
    path("stand/<slug:rij>/<slug:gemeente>/", stand.achter, name="achter"),
    path("stand/<slug:rij>/<slug:gemeente>/waarom/", stand.waarom, name="waarom"),
    path("inzageverzoek/", inzageverzoek.zoek, name="inzageverzoeken"),
    path("dossiers/<uuid:uuid>/inzageverzoek/", inzageverzoek.verzoek, name="inzageverzoek"),
    path("verwerkingen/", verwerkingen.verwerkingen, name="verwerkingen"),
    path("export/verwerkingen/", verwerkingen.verwerkingen_export, name="export_verwerkingen"),
    path("exports/", export.wie_wat, name="exports"),
    path("export/exports/", export.wie_wat_export, name="export_exports"),
    path("export/gebruikers/", gebruikers_export.gebruikers, name="export_gebruikers"),
    path("export/dossiers/", dossier_export.dossiers, name="export_dossiers"),
    path("export/werk/", werk_export.werkvoorraad, name="export_werkvoorraad"),
    path("export/zoeken/", zoeken_export.zoekresultaten, name="export_zoekresultaten"),
    path("export/stand/", stand_export.stand, name="export_stand"),
    path("export/achter/", stand_export.achter, name="export_achter"),
    path("export/bevoegdheden/", keten_export.bevoegdheden, name="export_bevoegdheden"),
    path("export/agendapunten/", keten_export.agendapunten, name="export_agendapunten"),
    path("export/opdrachten/", keten_export.opdrachten, name="export_opdrachten"),
    path("export/deelafspraken/", keten_export.deelafspraken, name="export_deelafspraken"),
    path("export/lijsten/", inlezen_export.inlezingen, name="export_inlezingen"),
    path("export/lijsten/rijen/", inlezen_export.meldingen, name="export_meldingen"),
]
