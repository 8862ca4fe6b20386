# Merging, parents, corrections, approvals.
your-merged = இதை உங்கள் வேறொரு கோரிக்கையில் தொடர்கிறோம்
your-unmerged = இது மீண்டும் தனிக் கோரிக்கையானது
your-took-in = உங்கள் இன்னொரு கோரிக்கை இங்கே தொடர்கிறது
your-gave-back = உங்கள் மற்ற கோரிக்கை மீண்டும் தனியானது
your-split-off = நீங்கள் எழுதியதைத் தனிக் கோரிக்கையாக்கினோம்
your-answers-corrected = உங்கள் பதில் ஒன்றைத் திருத்தினோம்
your-place-corrected = இடத்தைத் திருத்தினோம்
your-service-corrected = எதைப் பற்றியது என்பதைத் திருத்தினோம்: { $name }
your-offered = உங்களுக்கு வழங்குகிறோம்: { $name }
mail-merged = உங்கள் கோரிக்கை { $reference } வேறொன்றில் தொடர்கிறது
mail-unmerged = உங்கள் கோரிக்கை { $reference } மீண்டும் தனியானது
mail-service-corrected = உங்கள் கோரிக்கை { $reference } திருத்தப்பட்டது
standing-merged = இதை { $name } எண்ணில் தொடர்கிறோம்.
