using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>
/// Storing a key, worked out and driven step by step, so that progress can be shown and a stop takes effect at once. After a failure
/// the exception says what was done, what was undone and how to go on; planning again then continues where this one ended.
/// </summary>
internal interface IProviderKeySetup
{
    /// <summary>What will be done, in order, each as a sentence without its subject: <c>Create …</c>.</summary>
    IReadOnlyList<string> Steps { get; }

    /// <summary>The gateway as it was when this was planned.</summary>
    AiGateway Gateway { get; }

    /// <summary>Does one step, or waits a while where one has to wait.</summary>
    Task<ProviderKeyProgress> StepAsync(CallContext call);
}
