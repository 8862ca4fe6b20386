# La salle d’attente, telle que la voit qui la dirige.
lobby-title = Salle d’attente
lobby-of = Salle d’attente : { $office }
lobby-none = Vous ne dirigez aucune salle d’attente. Demandez à votre responsable.
lobby-offices = Bureaux
lobby-as-of = À { $time }
lobby-live = Actualiser seule
lobby-still = Ne plus actualiser
lobby-not-sure = Cochez que tout le monde doit sortir. Rien n’a changé.
desk-not-done = Non fait
desk-titled = { $first } : { $title }
desk-room-lost = Pas de connexion. Ce que vous voyez ici n’est peut-être plus à jour.
lobby-figures = Comment ça va
lobby-fine = Comme il faut
lobby-near = Presque manqué
lobby-missed = Manqué
lobby-unknown = Pas encore connu
lobby-waiting = Attendent maintenant
lobby-over-target = Objectif : personne
lobby-longest = Attente la plus longue
lobby-at-most = Objectif : au plus { $what }
lobby-at-least = Objectif : au moins { $what }
lobby-in-time = Appelés à temps aujourd’hui
lobby-gone = Partis ou absents à l’appel
lobby-ahead = Attendront trop, 30 prochaines minutes
lobby-cannot-say = Nous ne pouvons pas le dire
lobby-counters = Guichets
lobby-what-if = Avec { $counter } ouvert aussi, attentes trop longues : { $half } en 30 minutes, { $hour } en 60 minutes.
lobby-what-if-same = Ouvrir aussi { $counter } n’aiderait pas dans l’heure qui vient.
lobby-too-long = Trop long
lobby-takes-in = Nouveaux tickets
lobby-closed = Fermé pour aujourd’hui
lobby-close = Fermer
lobby-open = Ouvrir
lobby-no-counter = Personne n’est à un guichet.
lobby-with = Avec
lobby-since = Depuis
lobby-free = Libérer ce guichet
lobby-day = Aujourd’hui, heure par heure
lobby-day-none = Personne n’est venu aujourd’hui.
lobby-hour = Dès
lobby-expected = Attendus
lobby-came = Venus
lobby-counters-needed = Guichets nécessaires
lobby-counters-called = Guichets qui ont appelé
lobby-tell = Prévenir tous ceux qui attendent
lobby-tell-what = Ce qu’on leur dit, dans leur langue
lobby-tell-minutes = Pendant combien de minutes
lobby-tell-button = Prévenir
lobby-told = Tous sont prévenus jusqu’à { $time } : { $said }
lobby-unannounce = Ne plus le dire
lobby-tell-delay = C’est plus long que d’habitude aujourd’hui. Pardon.
lobby-tell-systems-down = Nos ordinateurs sont en panne. Votre place est gardée.
lobby-tell-few-counters = Moins de guichets sont ouverts aujourd’hui. Pardon pour l’attente.
lobby-tell-closing-early = Nous fermons plus tôt. Nous appellerons autant de monde que possible.
lobby-emergency = Fermer le bureau maintenant
lobby-emergency-text = Toutes les visites finissent, personne n’entre et les écrans demandent de sortir. Les personnes qui ont réservé pour aujourd’hui sont prévenues par courriel.
lobby-emergency-sure = Oui, tout le monde doit sortir
lobby-emergency-since = Le bureau est fermé depuis { $time }.
lobby-open-again = Recevoir à nouveau
counter-rest = Faire une pause
counter-rest-minutes = Pendant combien de minutes
counter-rest-button = Commencer la pause
counter-return = Je suis de retour
lobby-over = { $count ->
    [one] { $count } plus que promis
   *[other] { $count } plus que promis
  }
lobby-called = { $count ->
    [one] de { $count } appel
   *[other] de { $count } appels
  }
lobby-gone-more = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
lobby-ahead-hour = { $count ->
    [one] { $count } dans les 60 prochaines minutes
   *[other] { $count } dans les 60 prochaines minutes
  }
lobby-resting = { $count ->
    [one] { $count } en pause ou absent
   *[other] { $count } en pause ou absents
  }
lobby-needed = { $count ->
    [one] Nécessaires maintenant : { $count }
   *[other] Nécessaires maintenant : { $count }
  }
lobby-tell-most = { $count ->
    [one] { $count } minute au plus
   *[other] { $count } minutes au plus
  }
lobby-ticket = { $count ->
    [one] minute : ticket { $ticket }
   *[other] minutes : ticket { $ticket }
  }
lobby-printers = Imprimantes des bornes
lobby-printer = Borne { $number }
lobby-printer-fine = Elle imprime.
lobby-printer-gone = Elle n’imprime plus depuis { $time }.
lobby-printer-last = Dernier ticket : { $time }
lobby-printer-never = Elle n’a pas encore imprimé de ticket.
lobby-printer-mend = Regardez le papier, le courant et le câble. En attendant, les tickets restent à l’écran. Si cela ne suffit pas, prévenez la personne qui s’occupe de l’installation.
