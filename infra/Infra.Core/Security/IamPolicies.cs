using System.Text.Json.Nodes;

namespace Infra.Core.Security;

/// <summary>
/// Finds what an IAM policy allows beyond need: wildcards where AWS knows something finer, and callers that nothing limits. Statements that deny are free to be wide.
/// </summary>
public static class IamPolicies
{
    /// <summary>What is too wide; empty if nothing is.</summary>
    /// <param name="document">The policy document.</param>
    /// <param name="ofResource">Whether the policy belongs to a resource, as a key's does: its <c>*</c> means that resource.</param>
    public static IEnumerable<string> Findings(JsonObject document, bool ofResource)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Many(document["Statement"]).OfType<JsonObject>().Where(statement => statement["Effect"]?.ToString() == "Allow").SelectMany(statement => OfStatement(statement, ofResource));
    }

    private static IEnumerable<string> OfStatement(JsonObject statement, bool ofResource)
    {
        var sid = statement["Sid"]?.ToString() ?? "a statement without Sid";
        foreach (var inverted in statement.Select(field => field.Key).Where(key => key.StartsWith("Not", StringComparison.Ordinal)))
        {
            yield return $"{sid} allows by {inverted}: everything else, and what AWS adds later";
        }

        var actions = Texts(statement["Action"]);
        foreach (var action in actions.Where(action => action.Contains('*', StringComparison.Ordinal) && !(ofResource && IamExceptions.OfKeyPolicies.ContainsKey(action))))
        {
            yield return $"{sid} allows {action}; name the actions";
        }

        if (!ofResource && !IsBoundByTags(statement) && Texts(statement["Resource"]).Any(IsEverything))
        {
            foreach (var action in actions.Where(action => !IamExceptions.KnowsNoResource(action)))
            {
                yield return $"{sid} allows {action} on every resource; name them, or the tags that they have to bear";
            }
        }

        if (Texts(statement["Principal"] is JsonObject principal ? principal["AWS"] : statement["Principal"]).Contains("*") && !IsBoundToCaller(statement))
        {
            yield return $"{sid} allows everybody; limit the caller by a condition";
        }
    }

    // Or everything of a service: what stands after partition, service, region and account.
    private static bool IsEverything(string resource) => resource == "*" || resource.Split(':', 6) is [.., _, _, _, _, "*"];

    private static bool IsBoundByTags(JsonObject statement) =>
        Keys(statement).Any(key => key.StartsWith("aws:ResourceTag/", StringComparison.Ordinal) || key.StartsWith("aws:RequestTag/", StringComparison.Ordinal));

    private static bool IsBoundToCaller(JsonObject statement) => Keys(statement).Any(key => key is "aws:PrincipalArn" or "aws:SourceArn" or "aws:SourceAccount" or "kms:CallerAccount");

    // Only what demands equality limits anything, and any value is none.
    private static IEnumerable<string> Keys(JsonObject statement) =>
        from test in statement["Condition"] as JsonObject ?? []
        where test.Key is "StringEquals" or "StringLike" or "ArnEquals" or "ArnLike"
        from key in test.Value!.AsObject()
        where !Texts(key.Value).Contains("*")
        select key.Key;

    // One may stand without a list.
    private static JsonNode?[] Many(JsonNode? node) => node is JsonArray array ? [.. array] : node is null ? [] : [node];

    private static List<string> Texts(JsonNode? node) => [.. Many(node).Select(text => text!.ToString())];
}
