# मामले की जगह ठीक करना।
desk-place-now = अभी जगह है: { $address }।
desk-place-look = पता खोजें
desk-place-hint = हम दूसरे मामलों की जगहों में खोजते हैं।
desk-place-look-button = खोजें
desk-place-found = कौन सी जगह है?
desk-place-none = वहाँ कोई मामला नहीं था। पता नीचे लिखें।
desk-place-own = इनमें से कोई नहीं। जैसा नीचे लिखा है।
