using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>
/// The token for models that Hugging Face gives only to who accepted their licence. It never stands here: it is the secret <c>gpu-inference:huggingFaceToken</c>
/// (<c>pulumi config set --secret huggingFaceToken</c>), or a Secret that an external store keeps in the models' namespace.
/// </summary>
public sealed record HuggingFaceTokenConfig : IConfigRules
{
    /// <summary>Name of a Secret in the models' namespace that holds the token. Default: none; the stack makes one of <c>gpu-inference:huggingFaceToken</c>.</summary>
    [Matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?", "a lower-case name of letters, digits, '-' and '.'")]
    public string? Secret { get; init; }

    /// <summary>Key of the token in that Secret. Default: token.</summary>
    [Matches("[A-Za-z0-9._-]+", "a key of letters, digits and '-', '_', '.'")]
    public string? Key { get; init; }

    /// <summary>Default of <see cref="Key"/>.</summary>
    internal const string DefaultKey = "token";

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Secret is null && Key is not null)
        {
            problems.Add(ConfigPath.Key(path, "key"), "is of a Secret that is there already, and none is named; name it or remove the key");
        }
    }
}
