// SPDX-License-Identifier: MIT
// The SQL of the steps of the schema.
#pragma once

namespace practice::store {

extern const char* const kStep1;
/// Declared feeds.
extern const char* const kStep2;
/// An index on the uids of sessions.
extern const char* const kStep3;
/// Entries of the journal for many inserted rows.
extern const char* const kStep4;
/// What imported rows said; the highest SEQUENCE of what is gone.
extern const char* const kStep5;
/// The identity of the practice; which time off series yield to; whether a length was said.
extern const char* const kStep6;
extern const char* const kStep7;
extern const char* const kStep8;

}  // namespace practice::store
