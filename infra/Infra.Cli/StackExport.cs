namespace Infra.Cli;

/// <summary>One <c>--stack-export STACK=FILE</c>.</summary>
/// <param name="Stack">As typed: <c>stack</c>, <c>project/stack</c> or <c>organization/project/stack</c>.</param>
/// <param name="File">What <c>pulumi stack export</c> wrote.</param>
internal sealed record StackExport(string Stack, string File);
