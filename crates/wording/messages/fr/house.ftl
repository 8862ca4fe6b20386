### Dates

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
date =
    { $day ->
        [1] { $weekday } 1er { $month } { $year }
       *[other] { $weekday } { $day } { $month } { $year }
    }
date-time = { $date } à { $time }

### Notices that the house writes to customers

notice-received = Nous avons bien reçu votre demande { $reference } (« { $service } »). Nous promettons d’avoir terminé au plus tard le { $due }.
notice-received-no-promise = Nous avons bien reçu votre demande { $reference } (« { $service } »).
notice-resolved = Votre demande { $reference } est close : { $outcome }.
notice-resolved-for-reporter = Le problème que vous avez signalé sous { $reference } est clos : { $outcome }. D’autres l’avaient signalé aussi.
notice-joined = Votre signalement { $reference } porte sur la même chose qu’un autre plus ancien, { $other }. Nous vous dirons comment celui-ci se termine.
notice-merged = Votre demande { $reference } porte sur la même chose que votre demande { $other }. Nous continuons avec { $other }.
notice-unmerged = Votre demande { $reference } est de nouveau une demande à part.
notice-service-corrected = Nous avons corrigé votre demande { $reference } : elle concerne { $service }. Nous promettons d’avoir fini au plus tard le { $due }.
notice-service-corrected-no-promise = Nous avons corrigé votre demande { $reference } : elle concerne { $service }.
notice-promised-later = Nous avons corrigé votre demande { $reference } : elle concerne { $service }. Cela prend plus de temps que prévu, et nous en sommes désolés. Nous promettons d’avoir fini au plus tard le { $due }.
notice-promised-no-more = Nous avons corrigé votre demande { $reference } : elle concerne { $service }. Nous ne pouvons promettre aucune date, et nous en sommes désolés.
notice-reopened = Votre demande { $reference } est de nouveau ouverte. Nous promettons d’avoir terminé au plus tard le { $due }.
notice-reopened-no-promise = Votre demande { $reference } est de nouveau ouverte.
notice-passed-on = Votre demande { $reference } est maintenant suivie par { $agency }. La date promise ne change pas.
notice-feedback = Comment cela s’est-il passé ? Donnez une note de 1 (mal) à 5 (bien), avec quelques mots si vous le souhaitez.
notice-late = Nous sommes en retard pour votre demande { $reference }. Elle était promise pour le { $due }. Nous y travaillons encore.

### Timeline sentences, one a kind of event

event-opened = La demande est arrivée
event-assigned = { $name } a pris le dossier
event-unassigned = Le dossier est revenu dans sa file
event-noted = Un agent a écrit une note
event-replied = Un agent a répondu
event-heard = L’usager a écrit
event-wait-started = Une question a été posée à l’usager ; le délai est suspendu
event-wait-ended = Le délai court de nouveau
event-transfer-asked = On a demandé à { $name } de reprendre le dossier
event-transfer-accepted = { $name } a repris le dossier
event-transfer-returned = Le dossier a été renvoyé
event-task-asked = On a demandé à { $name } de faire une partie du travail
event-task-answered = { $name } a répondu pour sa partie
event-marked-duplicate = Une demande plus ancienne vaut aussi pour celle-ci
event-joined = Un autre signalement de la même chose s’est ajouté
event-contact-changed = L’usager a changé la façon de le joindre
event-merged = Elle continue dans une autre demande
event-unmerged = C’est de nouveau un dossier à part
event-took-in = Un autre dossier de la même personne continue ici
event-gave-back = Ce dossier est de nouveau à part
event-split-off = Des messages sont devenus un dossier à part
event-put-under = La réponse vient avec un dossier principal
event-taken-out = La réponse vient de nouveau à part
event-child-joined = Un autre dossier reçoit la même réponse
event-child-left = Un dossier reçoit de nouveau sa propre réponse
event-answers-corrected = Une réponse a été corrigée
event-place-corrected = Le lieu a été corrigé
event-service-corrected = Le service a été corrigé : { $name }
event-snoozed = Le travail attend une date ; le délai continue de courir
event-woke = Le travail a repris
event-offered = Proposé à la personne : { $name }
event-approval-asked = { $name } doit donner son accord
event-approval-answered = La hiérarchie a répondu
event-escalated = Porté devant { $name }
event-resolved = Le dossier a été clos
event-reopened = Le dossier a été rouvert
event-withdrawn = L’usager a retiré sa demande
event-promise-missed = Le délai promis n’a pas été tenu
event-told = L’usager a été informé
event-feedback-invited = On a demandé à l’usager comment cela s’est passé
event-rated = L’usager a dit comment cela s’est passé
event-looked = La fiche a été consultée
event-token-created = Une clé a été créée
event-token-revoked = Une clé a été retirée
event-job-replayed = Une tâche en échec a été relancée

### Pages

product = Rotunda
skip = Aller au contenu
language-name = Français
languages = Langue
demo-note = Une démonstration avec de vraies demandes de 2015 et un personnel inventé. Le jour que vous voyez est simulé.
refresh = Regarder à nouveau
footer-help = Pour toute aide, appelez, écrivez ou venez : { $contact }
footer-source = Données : { $source }

start-title = Un seul guichet pour tous les services
start-lead = { $city } répond ici pour toutes ses administrations. Chaque demande reçoit une promesse. Chacun peut voir comment les promesses sont tenues.
start-today = Aujourd’hui, { $date }
start-as-of = À { $time }
start-opened = demandes reçues
start-closed = demandes closes
start-open = demandes ouvertes
start-empty = Aucune demande n’est encore arrivée. La première s’affichera ici aussitôt.
start-doors = Les portes
start-scorecard = Comment les promesses sont tenues
start-scorecard-text = La ville tient-elle parole ? Voyez l’ensemble, ou une administration, un service, un quartier ou un canal.
start-open311 = Open311
start-open311-text = Envoyez et suivez des demandes depuis toute application qui parle GeoReport v2, en XML et en JSON.

score-title = Comment les promesses sont tenues
score-sentence = Promesses tenues : { $kept } sur { $judged }, soit { $share } des demandes arrivées à échéance.
score-sentence-none = Aucune demande de cette période n’est encore arrivée à échéance. Aucune promesse ne peut donc être jugée.
score-period = Demandes du { $from } au { $to }, dans leur état du { $today }
score-filter = Choisir ce que vous voulez voir
score-from = Du
score-to = Au
score-agency = Administration
score-service = Service
score-district = Quartier
score-channel = Canal
score-by = Comparer par
score-all = Tout
score-unknown = Inconnu
score-show = Afficher
score-requests = Demandes
score-kept = Promesses tenues
score-kept-range = Avec 95 % de confiance, entre { $low } et { $high }
score-completion = La moitié est terminée en
score-completion-p90 = Neuf sur dix en { $time }
score-reply = La moitié a une réponse en
score-reply-p90 = Neuf sur dix en { $time }
score-not-yet = Neuf sur dix : trop de demandes sont encore ouvertes pour le dire
score-backlog = Ouvertes à la fin
score-backlog-late = Délai dépassé pour { $count } de cette période
score-reopened = Rouvertes
score-rating = Satisfaits
score-rating-n =
    { $count ->
        [0] Personne n’a encore donné son avis
        [one] D’après un avis
       *[other] D’après { $count } avis
    }
score-trend = Au fil du temps
score-trend-desc = Colonnes des promesses arrivées à échéance : la partie pleine a été tenue, la partie hachurée ne l’a pas été. Les mêmes chiffres sont dans le tableau ci-dessous.
score-trend-kept = tenues
score-trend-missed = non tenues
score-table = La même chose en tableau
score-week = Demandes ouvertes à partir du
score-groups = Comparaison
score-name = Nom
score-late = En retard ou hors délai
score-median = La moitié en
score-backlog-age = Âge des demandes ouvertes
score-age-7 = Jusqu’à 7 jours
score-age-30 = De 8 à 30 jours
score-age-90 = De 31 à 90 jours
score-age-365 = De 91 jours à un an
score-age-more = Plus d’un an
score-nothing = Aucune demande dans cette période.
score-definitions = Ce que signifient les chiffres
score-def-requests-text = Toutes les demandes reçues pendant la période, par tous les canaux. Celles d’un ancien système sont comptées comme il les a enregistrées.
score-def-kept-text = Parmi les demandes dont la promesse peut être jugée, celles qui ont été closes à temps. Une promesse peut être jugée quand la demande est close, ou quand elle est encore ouverte après le jour promis. Le temps où nous avons attendu l’usager ne compte pas. Les demandes que les usagers ont retirées sont laissées de côté.
score-def-completion-text = Le temps qui passe de l’ouverture à la clôture, nuits et jours fériés compris. Les demandes ouvertes comptent pour le temps qu’elles ont déjà duré, afin que les plus lentes ne disparaissent pas. (C’est la méthode de Kaplan et Meier.)
score-def-reply-text = Le temps qui passe de l’ouverture à la première réponse écrite par une personne. Les messages que le système envoie seul ne comptent pas.
score-def-backlog-text = Toutes les demandes ouvertes à la fin du dernier jour de la période, quel que soit leur âge.
score-def-rating-text = Ceux qui ont donné 4 ou 5 sur une échelle de 1 à 5, parmi ceux qui ont donné leur avis. Peu d’avis disent peu de chose ; leur nombre est indiqué à côté.
score-download = Emporter les chiffres
score-waits = L’attente dans les bureaux
score-waits-sentence = { $kept } personnes sur { $judged } ont été appelées dans le délai promis : { $share }. Avec 95 % de confiance, c’est entre { $low } et { $high }.
score-waits-none = Personne n’a attendu dans un bureau pendant cette période.
score-waits-where = Où, et pour quoi
score-waits-promise = promis en { $time }
score-waits-came = Venues
score-waits-in-time = Appelées à temps
score-waits-range = Avec 95 % de confiance
score-waits-low-high = de { $low } à { $high }
score-waits-half = La moitié a attendu jusqu’à
score-waits-nine = Neuf sur dix ont attendu jusqu’à
score-waits-gone = Qui n’a pas été servi, et qui a été dépassé
score-waits-left = Parties
score-waits-closed = Le bureau a fermé avant
score-waits-missed = Absentes à l’appel
score-waits-overtaken = Dépassées
score-waits-by-priority = Par des personnes prioritaires
score-waits-by-line = Par des personnes venues pour autre chose
score-waits-by-other = Autrement
score-def-waits-in-time-text = Les personnes appelées dans le délai promis pour leur demande. Les autres ont été appelées plus tard, sont parties après ce délai, ou étaient là quand le bureau a fermé. Celles qui sont parties plus tôt ne sont pas jugées. Une journée compte une fois terminée.
score-def-waits-half-text = Le temps entre l’arrivée dans la file et le premier appel. Avec une réservation, il commence à l’heure réservée. Les personnes parties comptent pour le temps qu’elles ont attendu, afin que les longues attentes ne disparaissent pas. Neuf sur dix est donné à partir de dix attentes.
score-def-waits-overtaken-text = Une personne venue plus tard a été appelée avant. Certaines passent d’abord, par exemple avec un nourrisson. Un guichet peut ne traiter que certaines demandes, et des personnes venues pour autre chose y sont appelées. Autrement, c’est par exemple une place gardée pour un agent. Chaque personne compte une fois.
score-waits-csv = L’attente dans les bureaux en CSV
score-csv = En CSV
score-json = En JSON

agency = Administration
service = Service
district = Quartier
channel = Canal
channel-web = Site web
channel-app = Application
channel-phone = Téléphone
channel-counter = Guichet
channel-email = Courriel
channel-text = SMS
channel-chat = Messagerie en direct
channel-social = Réseau social
channel-letter = Courrier
channel-staff = Vu par le personnel
channel-api = Autre système
channel-house = Repris d’un ancien système

### How long, how long ago, and how soon

time-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
time-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
time-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}

time-now = maintenant
ago-minutes = { $count ->
    [one] il y a { $count } minute
   *[other] il y a { $count } minutes
}
ago-hours = { $count ->
    [one] il y a { $count } heure
   *[other] il y a { $count } heures
}
ago-days = { $count ->
    [one] il y a { $count } jour
   *[other] il y a { $count } jours
}
ago-months = il y a { $count } mois
ago-years = { $count ->
    [one] il y a { $count } an
   *[other] il y a { $count } ans
}
in-minutes = { $count ->
    [one] dans { $count } minute
   *[other] dans { $count } minutes
}
in-hours = { $count ->
    [one] dans { $count } heure
   *[other] dans { $count } heures
}
in-days = { $count ->
    [one] dans { $count } jour
   *[other] dans { $count } jours
}
in-months = dans { $count } mois
in-years = { $count ->
    [one] dans { $count } an
   *[other] dans { $count } ans
}

### When something goes wrong

problem-title = Cela n’a pas marché
problem-not-found = Il n’y a rien à cette adresse. Elle est peut-être mal écrite, ou ce qui s’y trouvait a été déplacé.
problem-busy = Il y a trop de demandes à la fois. Rien n’a été modifié. Attendez un instant, puis réessayez.
problem-other = L’adresse ne peut pas être comprise telle quelle.
problem-not-now = Cela n’est pas possible maintenant. Quelque chose a pu changer depuis que la page est ouverte. Rien n’a été modifié. Revenez en arrière et rechargez la page.
problem-form-old = La page est restée ouverte trop longtemps, ou votre navigateur ne garde pas les cookies. Rien n’a été modifié. Revenez en arrière, rechargez la page et envoyez-la de nouveau.
problem-too-large = Ce que vous avez envoyé est trop grand. Rien n’a été modifié. Envoyez moins de fichiers, ou de plus petits.
problem-home = Aller à l’accueil

### Around every page

around-home = Accueil
around-services = Services
around-follow = Suivre une demande
around-reports = Signalements près de vous
around-scorecard = Nos résultats
around-sections = Pages principales
around-demo = Démonstration
around-feedback = Dites ce que vous pensez de cette page
around-complaints = Faire une réclamation
around-accessibility = Accessibilité
around-about = À propos de ce site
around-translations = Traductions
around-offline = Sans internet
around-error-title = Erreur : { $title }
style-title = Comment se présentent les pages
style-lead = Chaque élément des pages, dans chacun de ses états, avec son code, en anglais. Ce que disent les exemples est inventé.

### For those who keep it running

start-api = API REST
start-api-text = Tout ce que font les agents et les systèmes partenaires, avec son document OpenAPI.
start-ops = Pour ceux qui l’exploitent
start-ops-text = S’il est en vie, s’il est prêt, et ses chiffres pour Prometheus.
