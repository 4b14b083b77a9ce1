using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Naming;

namespace Infra.Stacks.Configuration;

/// <summary>
/// How nodes pull the images of models and jobs from private registries, and the images that models mount (<c>oci://</c>). Nodes in AWS need nothing for the account's own
/// registry (ECR). No credentials stand here.
/// </summary>
public sealed record ImagePullConfig : IConfigRules
{
    /// <summary>
    /// Secrets of the type <c>kubernetes.io/dockerconfigjson</c> that somebody else keeps in the models' namespace, such as an external store. Default: none.
    /// </summary>
    [SecretByMistake]
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>
    /// Whether the stack makes such a Secret of <c>gpu-inference:imagePullCredentials</c>, a <c>config.json</c> as <c>docker login</c> writes it
    /// (<c>pulumi config set --secret imagePullCredentials</c>). Default: false.
    /// </summary>
    [SecretByMistake]
    public bool Credentials { get; init; }

    /// <summary>Name of the stack's own Secret.</summary>
    internal const string OwnSecret = "image-pull-credentials";

    /// <summary>Names of all the Secrets.</summary>
    internal ImmutableArray<string> Names => Credentials ? [.. Secrets, OwnSecret] : Secrets;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        for (var i = 0; i < Secrets.Length; i++)
        {
            var at = ConfigPath.Index(ConfigPath.Key(path, "secrets"), i);
            if (NameRules.DnsSubdomain.Problem(Secrets[i]) is { } problem)
            {
                problems.Add(at, HiddenText.In(problem, Secrets[i]));
            }
            else if (Secrets.IndexOf(Secrets[i]) != i || (Credentials && Secrets[i] == OwnSecret))
            {
                problems.Add(at, $"{Shown.Quoted(Secrets[i])} is there already; name a Secret once");
            }
        }

        if (Secrets.IsEmpty && !Credentials)
        {
            problems.Add(path, "says nothing; name secrets, set credentials: true, or remove it");
        }
    }
}
