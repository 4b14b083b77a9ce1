using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

internal sealed class ScalarBinder<T>() : ValueBinder(typeof(T))
    where T : struct, IConfigScalar<T>
{
    public override string Expected => "a string";

    public override object Placeholder => default(T);

    public override ConfigShape Shape => new ConfigShape.Scalar(typeof(T), T.AllowedForm, T.Pattern);

    protected override object? Read(JsonElement element, string path, ImmutableArray<ConstraintAttribute> ofEntries, ConfigProblems problems)
    {
        var allowed = $"allowed: {T.AllowedForm}";

        // People write 'cpu: 2' as they do in Kubernetes; the digits of a number are as good as a text.
        var text = element.ValueKind switch
        {
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.String when Found.TryText(element, out var written) => written,
            _ => null,
        };
        if (text is null)
        {
            return Unfit(element, path, allowed, problems);
        }

        if (T.TryParse(text, out var value))
        {
            return value;
        }

        problems.Add(path, $"{Found.Value(element)} is not allowed; {allowed}");
        return null;
    }
}
