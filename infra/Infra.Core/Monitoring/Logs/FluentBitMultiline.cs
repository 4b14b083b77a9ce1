using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Logs;

/// <summary>Which lines belong together: a machine of states, which starts at <c>start_state</c>.</summary>
/// <param name="Name">Name of the parser.</param>
/// <param name="Rules">Its rules: in this state a line that matches joins the others, and the next state follows.</param>
public sealed record FluentBitMultiline(string Name, ImmutableArray<(string State, string Regex, string Next)> Rules);
