using Infra.Core;
using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>What is to be said of an operation that was stopped, whoever stopped it.</summary>
internal static class Stopped
{
    public static string What(ValueList<Urn> unfinished) => unfinished.Count == 0
        ? "; the engine had nothing in hand"
        : $" while the engine had {Counted.Of(unfinished.Count, "resource")} in hand: {string.Join(", ", unfinished.Select(static urn => $"{urn.Type} '{urn.Name}'"))}";

    public static ValueList<string> Next(string stack, ValueList<Urn> unfinished) =>
    [
        "What was done until then is in the state, and the lock is given up.",
        .. unfinished.Count == 0 ? (ReadOnlySpan<string>)[] : [$"A provider that breaks off may leave something half made: ./run refresh {stack} looks."],
        $"The same command again goes on from there; ./run preview {stack} says with what.",
    ];
}
