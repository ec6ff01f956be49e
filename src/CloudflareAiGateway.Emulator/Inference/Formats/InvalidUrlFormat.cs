using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>Paths that OpenAI does not have, such as one with <c>v1</c> twice.</summary>
internal sealed class InvalidUrlFormat : IModelFormat
{
    public static readonly InvalidUrlFormat Instance = new();

    public string RequestType => "universal";

    public ModelPrompt Read(ModelInput input) => new()
    {
        Model = input.Json?.Text("model") ?? string.Empty,
        Refusal = OpenAiRefusals.InvalidUrl(input.Method, input.Path),
    };

    public ProviderReply Answer(ModelPrompt prompt, ModelInput input, DateTimeOffset now) => Refuse(OpenAiRefusals.InvalidUrl(input.Method, input.Path));

    public ProviderReply Refuse(ProviderRefusal refusal) => ErrorBody.OpenAi(refusal);
}
