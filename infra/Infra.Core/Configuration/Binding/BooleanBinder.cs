using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

internal sealed class BooleanBinder() : ValueBinder(typeof(bool))
{
    public override string Expected => "true or false";

    public override object Placeholder => false;

    public override ConfigShape Shape => new ConfigShape.Flag();

    protected override object? Read(JsonElement element, string path, ImmutableArray<ConstraintAttribute> ofEntries, ConfigProblems problems) =>
        element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => Unexpected(element, path, "write true or false without quotes", problems),
            _ => Unexpected(element, path, "write true or false", problems),
        };
}
