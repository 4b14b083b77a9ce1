using Infra.Components.Security.Registry;
using Infra.Components.Storage.Cache;
using Infra.Core.Serving;
using Infra.Core.Versions;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving;

/// <summary>The init container that puts a model onto the pod's volume.</summary>
internal static class ModelDownload
{
    // Finds the SavedModel wherever the archive holds it and puts it where the server looks: a directory named by a
    // number. Starts from nothing, because the volume keeps what an earlier try of the container left.
    private const string FetchArchive =
        """
        set -eu
        download="$MODEL_DIRECTORY/.download"
        rm -rf "$download"
        mkdir "$download"
        curl --fail --location --silent --show-error --retry 5 --output "$download/model.tar.gz" "$MODEL_URL"
        tar -xzf "$download/model.tar.gz" -C "$download"
        rm "$download/model.tar.gz"
        saved_model="$(find "$download" -name saved_model.pb | sort | head -n 1)"
        test -n "$saved_model" || { echo "no saved_model.pb in $MODEL_URL" >&2; exit 1; }
        directory="$(dirname "$saved_model")"
        version="$(basename "$directory")"
        case "$version" in *[!0-9]*) version=1 ;; esac
        rm -rf "${MODEL_DIRECTORY:?}/$version"
        mv "$directory" "$MODEL_DIRECTORY/$version"
        rm -rf "$download"
        """;

    // A model that isn't there has no directory, and cp says so.
    private const string ConfigureModels =
        """
        for file in "$CONFIGURATION_DIRECTORY"/*.pbtxt; do
          cp "$file" "$MODEL_DIRECTORY/$(basename "$file" .pbtxt)/config.pbtxt"
        done
        """;

    // A pod that starts before the node's cache has the model waits, and starts nothing that would look for it in vain.
    private const string WaitForCache =
        """
        until [ -e "$COMPLETE" ]; do
          echo "waiting for $COMPLETE"
          sleep 5
        done
        """;

    /// <summary>The container; null where there is nothing to download or to wait for, or the server does it.</summary>
    public static CoreV1.ContainerArgs? Container(ServingSpec spec)
    {
        var runtime = spec.Runtime;
        if (spec.Source is not { } source || runtime.FetchesModel || runtime.StreamsModel)
        {
            return null;
        }

        if (source.Cache is { } cache)
        {
            return Wait(spec, cache);
        }

        if (source.Kind is ModelSourceKind.Volume or ModelSourceKind.Image)
        {
            return null;
        }

        var container = new CoreV1.ContainerArgs
        {
            Name = "model-download",
            SecurityContext = PodSecurity.Container(),
            Resources = new CoreV1.ResourceRequirementsArgs
            {
                Requests = { ["cpu"] = "250m", ["memory"] = "256Mi" },
                Limits = { ["memory"] = "1Gi" },
            },
            VolumeMounts = PodVolumes.OfDownload(runtime),
        };
        if (source.S3Uri is { } uri)
        {
            container.Image = ImageCacheArgs.Reference(spec.Args.ImageCache, Pins.AwsCli);
            container.Command = new[] { "sh", "-c", SyncDirectory(runtime) };
            container.Env.Add(Variable("AWS_REGION", source.Region ?? ""));
            if (PodVolumes.ConfiguresModels(runtime))
            {
                container.Env.Add(Variable("CONFIGURATION_DIRECTORY", runtime.ConfigurationDirectory));
            }

            // The CLI writes its cache to the home directory, and the root file system is read-only.
            container.Env.Add(Variable("HOME", "/tmp"));
            container.Env.Add(Variable("MODEL_DIRECTORY", runtime.ModelDirectory));
            container.Env.Add(Variable("MODEL_URI", uri));
        }
        else
        {
            container.Image = ImageCacheArgs.Reference(spec.Args.ImageCache, Pins.Curl);
            container.Command = new[] { "sh", "-c", FetchArchive };
            container.Env = new[] { Variable("MODEL_DIRECTORY", runtime.ModelDirectory), Variable("MODEL_URL", source.ArchiveUrl!) };
        }

        return container;
    }

    private static CoreV1.ContainerArgs Wait(ServingSpec spec, CacheSourceArgs cache) => new()
    {
        Name = "model-wait",
        Image = ImageCacheArgs.Reference(spec.Args.ImageCache, Pins.Curl),
        Command = new[] { "sh", "-c", WaitForCache },
        Env = new[] { Variable("COMPLETE", $"{CacheLayout.MountPath}/{CacheLayout.Complete}/{cache.Directory}") },
        SecurityContext = PodSecurity.Container(),
        Resources = new CoreV1.ResourceRequirementsArgs { Requests = { ["cpu"] = "10m", ["memory"] = "16Mi" }, Limits = { ["memory"] = "64Mi" } },
        VolumeMounts = PodVolumes.OfWait(),
    };

    // A sync of a prefix that holds nothing succeeds. Then the server would wait for a model for ever, because an upload no
    // longer reaches the pod; a download that fails is tried again until the model is there.
    private static string SyncDirectory(RuntimeSpec runtime)
    {
        var files = runtime.ModelFiles ?? throw new InvalidOperationException($"{runtime.Name} doesn't say which files make a model");
        var steps = new[]
        {
            """
            set -eu
            aws s3 sync "$MODEL_URI" "$MODEL_DIRECTORY" --only-show-errors
            """,
            PodVolumes.ConfiguresModels(runtime) ? ConfigureModels : null,
            $"""
            for file in "$MODEL_DIRECTORY"/{files.Pattern}; do
              if [ -e "$file" ]; then exit 0; fi
            done
            echo "no {files.Words} in $MODEL_URI; upload the model" >&2
            exit 1
            """,
        };
        return string.Join('\n', steps.OfType<string>());
    }

    private static Input<CoreV1.EnvVarArgs> Variable(string name, Input<string> value) => new CoreV1.EnvVarArgs { Name = name, Value = value };
}
