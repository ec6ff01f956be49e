using System;
using System.Security.Cryptography;
using System.Text;

namespace CloudflareAiGateway.Emulator;

/// <summary>Whether and how long an answer may be given again.</summary>
/// <param name="Key">What it is found by.</param>
/// <param name="Seconds">How long it is good.</param>
internal sealed record CachePlan(string Key, int Seconds)
{
    /// <summary>How long an answer with a key of its caller's is good when nobody says anything else.</summary>
    private const int SecondsOfKey = 300;

    private const int LargestRequest = 25 * 1024 * 1024;

    /// <summary>The plan of a step; null when it does not use the cache.</summary>
    public static CachePlan? Of(InferenceCall call, StepOutcome start)
    {
        CallOptions options = start.Step.Options;
        int fallback = call.Gateway.CacheTtl > 0 ? call.Gateway.CacheTtl : options.CacheKey is null ? 0 : SecondsOfKey;
        int seconds = options.CacheTtl ?? fallback;

        // Streams are not cached, and only what is known to be a model's answer is.
        bool isPossible = call.Gateway.Exists && !options.SkipsCache && !start.Prompt.Streams
            && start.Step.Input is { Method: "POST", Body.Length: <= LargestRequest }
            && start.Step.Format is not (SpeechFormat or InvalidUrlFormat);
        return seconds > 0 && isPossible ? new CachePlan(options.CacheKey is string key ? "own " + key : KeyOf(call, start), seconds) : null;
    }

    private static string KeyOf(InferenceCall call, StepOutcome start)
    {
        ModelInput input = start.Step.Input;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string? part in new[] { input.Provider.Slug, input.Path, input.Query, start.Prompt.Model, ProviderKey.Find(call, start.Step) })
        {
            hash.AppendData(Encoding.UTF8.GetBytes((part ?? string.Empty) + "\n"));
        }

        hash.AppendData(input.Body.Span);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
