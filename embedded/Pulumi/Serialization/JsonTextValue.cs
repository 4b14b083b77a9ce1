namespace Pulumi.Serialization;

/// <summary>
/// JSON text made of a value that had an unknown inside. Mocks see the text, with the wire format's mark for the
/// unknown; the embedded engine an unknown.
/// </summary>
internal sealed record JsonTextValue(string Text);
