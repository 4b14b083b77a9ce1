using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>A type of resource that holds what can't be made again from the program.</summary>
/// <param name="Loses">What goes with it.</param>
/// <param name="Guard">What keeps it, by what the resource itself says. Null for nothing.</param>
internal sealed record DataHolder(string Loses, Func<ValueMap, LossGuard>? Guard = null);
