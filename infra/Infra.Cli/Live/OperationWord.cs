using Infra.Planning.Rendering;

namespace Infra.Cli.Live;

/// <summary>How people read what the engine does with a resource.</summary>
/// <param name="Mark">One or two characters, as Pulumi shows it.</param>
/// <param name="Doing">While it is being done.</param>
/// <param name="Done">Afterwards.</param>
internal sealed record OperationWord(string Mark, string Doing, string Done, TextRole Role)
{
    /// <summary>Of a resource that is left as it is.</summary>
    public const string Same = "same";

    // Pulumi's words: the constants of pkg/resource/deploy/step.go in pulumi/pulumi.
    private static readonly Dictionary<string, OperationWord> _words = new(StringComparer.Ordinal)
    {
        [Same] = new(" ", "checking", "unchanged", TextRole.Plain),
        ["create"] = new("+", "creating", "created", TextRole.Create),
        ["update"] = new("~", "updating", "updated", TextRole.Update),
        ["delete"] = new("-", "deleting", "deleted", TextRole.Delete),
        ["replace"] = new("+-", "replacing", "replaced", TextRole.Replace),
        ["create-replacement"] = new("++", "creating the replacement", "created as a replacement", TextRole.Replace),
        ["delete-replaced"] = new("--", "deleting what was replaced", "deleted after its replacement", TextRole.Replace),
        ["read"] = new(">", "reading", "read", TextRole.Read),
        ["read-replacement"] = new(">>", "reading the replacement", "read as a replacement", TextRole.Read),
        ["refresh"] = new("~", "refreshing", "refreshed", TextRole.Read),
        ["discard"] = new("<", "forgetting", "forgotten", TextRole.Delete),
        ["discard-replaced"] = new("<<", "forgetting what was replaced", "forgotten after its replacement", TextRole.Delete),
        ["remove-pending-replace"] = new("~", "removing what is replaced", "removed for its replacement", TextRole.Delete),
        ["import"] = new("=", "importing", "imported", TextRole.Create),
        ["import-replacement"] = new("=>", "importing the replacement", "imported as a replacement", TextRole.Replace),
    };

    /// <param name="operation">Pulumi's word; one that is unknown here is shown as it is.</param>
    public static OperationWord Of(string operation) => _words.GetValueOrDefault(operation) ?? new OperationWord("?", operation, $"{operation} done", TextRole.Plain);

    /// <summary>What was done, with how often: <c>2 created, 1 updated, 5 unchanged</c>; nothing where nothing was.</summary>
    public static string Count(IEnumerable<KeyValuePair<string, int>> changes)
    {
        var counts = changes.Where(change => change.Value > 0).OrderBy(change => change.Key == Same).ThenBy(change => change.Key, StringComparer.Ordinal).ToList();
        return counts.Count == 0 ? "nothing" : string.Join(", ", counts.Select(change => $"{change.Value} {Of(change.Key).Done}"));
    }
}
