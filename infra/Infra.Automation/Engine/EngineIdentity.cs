using Infra.Planning.Model;

namespace Infra.Automation.Engine;

/// <summary>Who is logged in to the backend.</summary>
/// <param name="Url">The backend, such as <c>s3://states?region=eu-central-1</c> or <c>https://app.pulumi.com/somebody</c>; null where it isn't told.</param>
public sealed record EngineIdentity(string User, string? Url, ValueList<string> Organizations);
