using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.Documents;

/// <summary>The page about plans: the keys with their descriptions from the schema, and an example from a real plan.</summary>
internal static class PlanPage
{
    public const string File = "docs/plan.md";

    public static string Text(Plan plan) =>
        $$"""
        # Plan

        <!-- Generated: UPDATE_GOLDEN=1 ./run test --filter Documents -->

        `./run preview dev --json` writes the plan of an environment: all resources that the program asks Pulumi for. The same program
        and configuration give the same bytes. `./run preview --from FILE` reads it again (`-` is standard input) and prints what
        `./run preview dev` prints; it needs neither the program nor an engine.

        [`plan.schema.json`](plan.schema.json) is its JSON Schema (draft 2020-12). The reader is strict: what it doesn't know is
        refused with the path, and so is another `schemaVersion`.

        ## What Pulumi itself writes

        `--from FILE` of every command that works on a plan takes three forms, and tells them apart by their first key:

        | written by | what the plan is |
        |---|---|
        | `./run preview ENVIRONMENT --json` | what the program asks for |
        | `pulumi preview --json --show-sames` | what would be there after the update. Without `--show-sames` resources that stay as they are would be missing, and the document is refused; so is a preview that failed |
        | `pulumi stack export` (versions 3 and 4) | what is deployed. Interrupted operations and leftovers of replacements are told; they are no resources |

        The three differ only in what a source can't know:

        * What providers add of their own accord is left out: defaults, generated names, the Kubernetes provider's annotations, the engine's default
          providers. The version of a plugin is an option, as a program gives it.
        * A value that a document only refers to is unknown: what an update will tell, an input that the provider has changed into another,
          an asset of which only the checksum is there. A secret is a secret, even with `--show-secrets`.
        * A preview doesn't have the outputs of the stack. A state has the values that an update made, where a plan has unknowns.
        * `deleteBeforeReplace`, and aliases that found nothing, are in neither.

        ## Values

        Everything is plain JSON, with four markers that may stand in the place of any value:

        | marker | meaning |
        |---|---|
        | `{"{{MarkerKey.Unknown}}": true}` | only an update will tell |
        | `{"{{MarkerKey.Secret}}": true}` | secret; nothing of the value is in the plan |
        | `{"{{MarkerKey.Asset}}": … }` | a file that a provider is given: `path` (from the project's folder; with `sha256`, where the file exists), `uri` or `text` |
        | `{"{{MarkerKey.Archive}}": … }` | files as one: `path` (with `sha256`, where the file exists), `uri` or `assets`, which has names with an asset or archive for each |

        A property that is really called `$unknown`, `$secret`, `$asset` or `$archive` has one more `$` in front. Numbers are doubles. Keys of values
        are in ordinal order.

        ## Keys

        Of the document:

        {{Table(PlanSchema.Plan)}}

        Of a resource:

        {{Table(PlanSchema.Resource)}}

        Of `options`:

        {{Table(PlanSchema.Options)}}

        Of `customTimeouts`:

        {{Table(PlanSchema.Timeouts)}}

        ## What the schema can't say

        The reader also refuses: a `type` or `name` that is not the URN's; a `parent` that isn't an earlier resource; a URN that
        occurs twice; an `id` of what is no custom resource; a key that is written twice; more than 256 levels of values or of
        parents; numbers beyond a double. Reading stops at the first problem, which is the only one that is told.

        It doesn't compare `project` and `stack` with the URNs, and doesn't look for what `provider`, `dependencies` and `options` name:
        a plan that was made of Pulumi's own output may be a part of a stack only, and name resources outside of it.

        ## Example

        The first two resources of `./run preview {{plan.Stack}} --json`:

        ```json
        {{PlanJson.ToText(plan with { Resources = [.. plan.Resources.Take(2)] }).TrimEnd()}}
        ```

        """;

    private static string Table(JObject record)
    {
        var required = record["required"]!.Values<string>().ToHashSet();
        var rows = ((JObject)record["properties"]!).Properties()
            .Select(key => $"| `{key.Name}` | {(required.Contains(key.Name) ? "yes" : "")} | {key.Value["description"]} |");
        return string.Join('\n', rows.Prepend("|---|---|---|").Prepend("| key | required | |"));
    }
}
