# Searching at the desk.
find-anything = Trouver un dossier
find-search = Chercher
find-title = Trouver des dossiers
find-words = Que savez-vous du dossier ?
find-hint = Référence, nom, téléphone, courriel, rue ou tout autre mot. La fin d’un numéro de téléphone suffit.
find-filters = Ne voir que certains dossiers
find-any = Tous
find-status = État
find-status-open = Ouvert
find-status-waiting = Attend l’usager
find-status-closed = Clos
find-service = Service
find-agency = Organisme
find-district = Quartier
find-channel = Voie d’arrivée
find-from = Ouvert à partir du
find-to = Ouvert jusqu’au
find-count = { $count ->
    [0] Aucun dossier trouvé
    [one] Un dossier trouvé
   *[other] { $count } dossiers trouvés
}
find-newest = Les { $count } dossiers les plus récents
find-next = Dossiers plus anciens
find-instead = Aucun dossier ne contient « { $typed } ». Ceux-ci contiennent { $meant }.
find-meant = Est-ce l’un de ceux-ci ?
find-none = Rien ne correspond à ce que vous avez saisi.
find-none-words = Essayez avec moins de mots. Chaque mot doit figurer dans le dossier.
find-none-spelling = Vérifiez l’orthographe, ou saisissez seulement le début d’un mot.
find-none-filters = Regardez tous les dossiers, sans les choix ci-dessus.
find-opened = Ouvert { $when }
find-due = Échéance { $when }
find-late = En retard : échéance { $when }
find-in-description = Raconté :
find-in-address = Lieu :
find-in-answer = Réponse :
find-in-name = Usager :
find-in-reached = Joint à :
find-in-written = Écrit :
find-offers = Trouvés : { "{n}" }
find-offers-none = Rien trouvé
find-go = Aller à
find-go-hint = Saisissez où aller, ou quoi chercher
find-go-close = Fermer
find-go-open = Le dossier ouvert
find-go-recent = Dossiers que vous avez ouverts
find-go-none = Vous n’avez encore ouvert aucun dossier.
find-go-pages = Pages
