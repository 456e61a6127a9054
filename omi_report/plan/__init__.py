"""What an area does about the recommendations, and how far it and its report have come by a day."""
