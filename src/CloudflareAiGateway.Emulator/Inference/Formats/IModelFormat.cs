using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>The shape in which a kind of model is asked and answers.</summary>
internal interface IModelFormat
{
    /// <summary>The member <c>request_type</c> of log rows.</summary>
    string RequestType { get; }

    /// <summary>Reads a request; what a provider would not take is in <see cref="ModelPrompt.Refusal"/>.</summary>
    ModelPrompt Read(ModelInput input);

    /// <summary>Answers a prompt.</summary>
    /// <param name="prompt">The prompt, without refusal.</param>
    /// <param name="input">What it was read from.</param>
    /// <param name="now">The time.</param>
    ProviderReply Answer(ModelPrompt prompt, ModelInput input, DateTimeOffset now);

    /// <summary>An error in the provider's words.</summary>
    ProviderReply Refuse(ProviderRefusal refusal);
}
