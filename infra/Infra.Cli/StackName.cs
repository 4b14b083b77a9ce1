using System.Text.RegularExpressions;
using Infra.Core.Configuration;

namespace Infra.Cli;

/// <summary>What Pulumi allows as the name of a stack. An environment that has a file of its name is one already.</summary>
internal static partial class StackName
{
    /// <exception cref="UsageException">Pulumi would refuse the name.</exception>
    public static void Require(string name)
    {
        if (!Allowed().IsMatch(name))
        {
            throw new UsageException($"{Shown.Quoted(name)} can't be the name of an environment; allowed are 1 to 100 letters, digits, '-', '_' and '.'");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,100}\z")]
    private static partial Regex Allowed();
}
