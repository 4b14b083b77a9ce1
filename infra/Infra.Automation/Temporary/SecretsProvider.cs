using Infra.Automation.Promotion;
using Infra.Automation.Yaml;
using YamlDotNet.Core;

namespace Infra.Automation.Temporary;

/// <summary>
/// How an environment's file says that its secrets are encrypted. Who makes the stack has to say it again: <c>pulumi stack init</c> without <c>--secrets-provider</c> takes the backend's own way, and removes
/// <c>secretsprovider</c> and <c>encryptedkey</c> from a file that is there, so that nobody can read its secrets any more (pulumi/pulumi v3.220.0, pkg/cmd/pulumi/stack/secrets.go, pkg/secrets/passphrase/manager.go).
/// </summary>
public static class SecretsProvider
{
    /// <returns>The provider's address, or <c>passphrase</c>; null where the file says nothing, or can't be read.</returns>
    public static string? Of(EnvironmentText file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return YamlSource.Parse(file.Text).Root is not YamlPlace.Map root ? null
                : root.Own("secretsprovider") is YamlPlace.Scalar { Value: { Length: > 0 } named } && named != "default" ? named
                : root.Own("encryptionsalt") is YamlPlace.Scalar { Value.Length: > 0 } ? "passphrase"
                : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }
}
