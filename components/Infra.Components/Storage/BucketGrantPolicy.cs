using Infra.Components.Shared;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Storage;

/// <summary>What a role may do with directories of several buckets.</summary>
internal static class BucketGrantPolicy
{
    /// <summary>The policy document.</summary>
    /// <param name="grants">The directories, each with the ARNs of its bucket and of the key that encrypts it.</param>
    public static string For(IEnumerable<(string BucketArn, string KeyArn, string Path, bool Writes)> grants)
    {
        var all = grants.ToList();
        var statements = new List<JObject>();
        foreach (var bucket in all.GroupBy(grant => grant.BucketArn).OrderBy(bucket => bucket.Key, StringComparer.Ordinal))
        {
            var list = new JObject
            {
                ["Effect"] = "Allow",
                ["Action"] = "s3:ListBucket",
                ["Resource"] = bucket.Key,
            };
            if (bucket.All(grant => grant.Path.Length > 0))
            {
                list["Condition"] = new JObject
                {
                    ["StringLike"] = new JObject { ["s3:prefix"] = new JArray(Paths(bucket).SelectMany(path => new[] { path, $"{path}/*" })) },
                };
            }

            statements.Add(list);
        }

        Add(statements, "s3:GetObject", all);
        var written = all.Where(grant => grant.Writes).ToList();
        Add(statements, new JArray("s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"), written);
        statements.Add(Keys("kms:Decrypt", all));
        if (written.Count > 0)
        {
            statements.Add(Keys("kms:GenerateDataKey", written));
        }

        return PolicyDocuments.Of([.. statements]);
    }

    private static void Add(List<JObject> statements, JToken action, List<(string BucketArn, string KeyArn, string Path, bool Writes)> grants)
    {
        if (grants.Count > 0)
        {
            statements.Add(new JObject
            {
                ["Effect"] = "Allow",
                ["Action"] = action,
                ["Resource"] = new JArray(grants.Select(grant => grant.Path.Length == 0 ? $"{grant.BucketArn}/*" : $"{grant.BucketArn}/{grant.Path}/*").Distinct().Order(StringComparer.Ordinal)),
            });
        }
    }

    private static JObject Keys(string action, IEnumerable<(string BucketArn, string KeyArn, string Path, bool Writes)> grants) => new()
    {
        ["Effect"] = "Allow",
        ["Action"] = action,
        ["Resource"] = new JArray(grants.Select(grant => grant.KeyArn).Distinct().Order(StringComparer.Ordinal)),
    };

    private static IEnumerable<string> Paths(IEnumerable<(string BucketArn, string KeyArn, string Path, bool Writes)> grants) =>
        grants.Select(grant => grant.Path).Distinct().Order(StringComparer.Ordinal);
}
