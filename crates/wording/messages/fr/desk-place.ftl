# Corriger le lieu d’un dossier.
desk-place-now = Lieu actuel : { $address }.
desk-place-look = Chercher une adresse
desk-place-hint = Nous regardons où sont ou étaient d’autres dossiers.
desk-place-look-button = Chercher
desk-place-found = Quel lieu est-ce ?
desk-place-none = Aucun dossier à cet endroit. Écrivez l’adresse ci-dessous.
desk-place-own = Aucun. C’est comme écrit ci-dessous.
