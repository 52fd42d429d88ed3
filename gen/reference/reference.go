// Package reference is what a reference of errors says, whatever it is written
// in: which errors are documented together, their anchors and captions, and the
// words on retrying. A back end adds its markup; nothing here is escaped.
package reference
