using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>What the shapes of chats have in common.</summary>
internal abstract class ChatFormat : IModelFormat
{
    public virtual string RequestType => "chat";

    public abstract ModelPrompt Read(ModelInput input);

    public ProviderReply Answer(ModelPrompt prompt, ModelInput input, DateTimeOffset now)
    {
        ModelAnswer answer = ModelVoice.Answer(prompt, now);
        return new ProviderReply
        {
            Body = JsonBody.Write((format: this, answer), static (writer, state) => state.format.Write(writer, state.answer)),
            Events = prompt.Streams ? Stream(answer, prompt, input) : null,
            StreamContentType = StreamContentType(input),
            Text = answer.ToolCall?.Arguments ?? answer.Text,
            TokensIn = answer.TokensIn,
            TokensOut = answer.TokensOut,
            CachedTokens = answer.CachedTokens,
        };
    }

    public abstract ProviderReply Refuse(ProviderRefusal refusal);

    protected virtual string StreamContentType(ModelInput input) => LogTraits.EventStream;

    protected abstract void Write(Utf8JsonWriter writer, ModelAnswer answer);

    protected abstract IReadOnlyList<ReadOnlyMemory<byte>> Stream(ModelAnswer answer, ModelPrompt prompt, ModelInput input);
}
