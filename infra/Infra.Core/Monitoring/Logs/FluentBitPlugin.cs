using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Logs;

/// <summary>One input, filter or output of Fluent Bit.</summary>
/// <param name="Name">Name of the plugin.</param>
/// <param name="Options">Its options, in the order in which they are written.</param>
public sealed record FluentBitPlugin(string Name, ImmutableArray<(string Key, string Value)> Options);
