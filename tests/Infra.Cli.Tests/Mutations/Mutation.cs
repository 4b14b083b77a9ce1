namespace Infra.Cli.Tests.Mutations;

/// <summary>One change to a configuration. Any numbers mean something, so that a case shrinks by leaving changes out.</summary>
/// <param name="What">Which change.</param>
/// <param name="Where">To what.</param>
/// <param name="With">With what.</param>
internal sealed record Mutation(int What, int Where, int With)
{
    public static T Pick<T>(IReadOnlyList<T> from, int number) => from[number % from.Count];
}
