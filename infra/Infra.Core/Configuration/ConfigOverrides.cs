using System.Collections.Immutable;

namespace Infra.Core.Configuration;

/// <summary>What <c>--config</c> sets on top of an environment's file.</summary>
/// <param name="All">In the order in which they are set.</param>
/// <param name="KeysArePaths">Whether the keys lead into structured values, as with <c>--config-path</c>: <c>models[0].capacity.max</c>.</param>
public sealed record ConfigOverrides(ImmutableArray<ConfigOverride> All, bool KeysArePaths)
{
    /// <summary>The option that sets them, which begins the path of their problems.</summary>
    public const string Option = "--config";

    /// <summary>The file as it is.</summary>
    public static ConfigOverrides None { get; } = new([], KeysArePaths: false);
}
