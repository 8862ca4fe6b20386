# La vue partagée : un dossier à côté de sa liste.
desk-beside-on = Voir les dossiers à côté de la liste
desk-beside-off = Voir la liste seule
desk-pane = Le dossier
desk-pane-empty = Choisissez un dossier. Il s’ouvre ici.
desk-pane-back = Retour à la liste
desk-pane-opened = {"{reference}"} est ouvert.
desk-pane-unkept = Votre texte n’est pas encore gardé. Choisissez Enregistrer.
desk-key-beside = Avec un dossier à côté de la liste : descendre et monter
desk-key-back = Revenir du dossier à la liste
