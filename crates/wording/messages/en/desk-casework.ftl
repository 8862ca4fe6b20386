# Merging, parents, corrections, approvals.
your-merged = We go on with this under another request of yours
your-unmerged = This is a request of its own again
your-took-in = Another request of yours goes on here
your-gave-back = Your other request is on its own again
your-split-off = We made a request of its own from what you wrote
your-answers-corrected = We put an answer of yours right
your-place-corrected = We put the place right
your-service-corrected = We put right what it is about: { $name }
your-offered = We offer you: { $name }
mail-merged = We go on with your request { $reference } under another one
mail-unmerged = Your request { $reference } is on its own again
mail-service-corrected = We put your request { $reference } right
standing-merged = We go on with this under { $name }.
