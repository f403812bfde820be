// SPDX-License-Identifier: MIT
#include "cli/answer/session_listings.h"

#include "text/session/occurrence_text.h"

namespace practice::cli {

Listing<Occurrence> occurrence_listing(const std::string& zone) {
    Listing<Occurrence> listing;
    listing.columns = text::occurrence_columns();
    listing.cells = [zone](const Occurrence& one) { return text::occurrence_cells(one, zone); };
    listing.fields = text::occurrence_fields();
    listing.values = text::occurrence_values;
    listing.json = text::occurrence_json;
    listing.id = [](const Occurrence& occurrence) { return to_string(occurrence.id()); };
    listing.when_empty = "No sessions there. Book one: practice session add --client NAME --service CODE";
    return listing;
}

Listing<text::SessionView> booking_listing(const std::string& zone) {
    Listing<text::SessionView> listing;
    listing.columns = text::session_columns();
    listing.cells = [zone](const text::SessionView& one) { return text::session_cells(one, zone); };
    listing.fields = text::session_fields();
    listing.values = text::session_values;
    listing.json = [](const text::SessionView& view) { return text::session_json(view); };
    listing.id = [](const text::SessionView& view) { return to_string(OccurrenceId{view.session->number(), {}}); };
    listing.when_empty = "No bookings there. Book one: practice session add --client NAME --service CODE";
    return listing;
}

}  // namespace practice::cli
