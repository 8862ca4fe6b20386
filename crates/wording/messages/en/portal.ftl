### The portal
