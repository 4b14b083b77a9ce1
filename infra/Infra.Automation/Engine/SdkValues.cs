using System.Collections.Immutable;
using Newtonsoft.Json;
using Pulumi.Automation;

namespace Infra.Automation.Engine;

/// <summary>The SDK's values as ours; a secret loses its value here.</summary>
internal static class SdkValues
{
    public static EngineIdentity Identity(WhoAmIResult result) => new(result.User, result.Url, [.. result.Organizations.IsDefault ? [] : result.Organizations]);

    public static StackInfo Info(StackSummary stack) => new(stack.Name, stack.LastUpdate, stack.ResourceCount, stack.IsUpdateInProgress, stack.Url);

    public static ImmutableSortedDictionary<string, StackOutput> Outputs(IEnumerable<KeyValuePair<string, OutputValue>> outputs) => outputs.ToImmutableSortedDictionary(
        static one => one.Key,
        static one => one.Value.IsSecret ? StackOutput.Secret : new StackOutput(JsonConvert.SerializeObject(one.Value.Value)),
        StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, ConfigEntry> Config(IEnumerable<KeyValuePair<string, ConfigValue>> config) => config.ToImmutableSortedDictionary(
        static one => one.Key,
        static one => one.Value.IsSecret ? ConfigEntry.Secret : new ConfigEntry(one.Value.Value),
        StringComparer.Ordinal);

    /// <summary>The SDK promises a summary, and hands on the first line of the history, whether there is one or not.</summary>
    public static StackUpdate? UpdateIfAny(UpdateSummary? update) => update is null ? null : Update(update);

    public static StackUpdate Update(UpdateSummary update) => new(
        update.Version,
        EngineWords.Of(update.Kind.ToString()),
        EngineWords.Of(update.Result.ToString()),
        update.StartTime,
        update.EndTime,
        update.Message,
        Changes(update.ResourceChanges))
    {
        Environment = update.Environment.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private static ImmutableSortedDictionary<string, int> Changes(IImmutableDictionary<OperationType, int>? changes) =>
        (changes ?? ImmutableDictionary<OperationType, int>.Empty).ToImmutableSortedDictionary(static one => Word(one.Key), static one => one.Value, StringComparer.Ordinal);

    /// <summary>One word has another name in the SDK (its <c>OperationTypeConverter</c>).</summary>
    private static string Word(OperationType operation) => operation == OperationType.ReadDiscard ? "discard" : EngineWords.Of(operation.ToString());
}
