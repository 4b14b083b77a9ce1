namespace Pulumi.Conformance.Tests;

/// <param name="Name">The property's name on the wire, or the value of an enum member.</param>
/// <param name="Required">Whether an input must be given; null where the list can't say.</param>
/// <param name="Json">Whether an input is sent as JSON text; null where the list can't say.</param>
internal sealed record WireFact(string Name, bool? Required = null, bool? Json = null)
{
    public override string ToString() =>
        $"wire name '{Name}'{Flag(Required, "required", "optional")}{Flag(Json, "json", "not json")}";

    /// <summary>The same fact, reduced to what <paramref name="expected"/> knows.</summary>
    public WireFact ReducedTo(WireFact expected) =>
        new(Name, expected.Required is null ? null : Required ?? false, expected.Json is null ? null : Json ?? false);

    private static string Flag(bool? value, string yes, string no) => value switch { null => "", true => ", " + yes, false => ", " + no };
}
