using System;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>Calls of models through gateways. They cost money: none is repeated unless it surely was not answered.</summary>
internal interface IInferenceClient
{
    /// <summary>Asks, and waits for the whole answer.</summary>
    /// <exception cref="AiGatewayException">The call failed; <see cref="AiGatewayException.Reason"/> tells gateway and provider apart.</exception>
    Task<AiGatewayChatResult> ChatAsync(ChatRequest request, CallContext call);

    /// <summary>Asks, and hands on the answer piece by piece as it comes.</summary>
    /// <param name="request">The chat.</param>
    /// <param name="write">Takes each piece; called from any thread, one piece at a time.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    /// <exception cref="AiGatewayException">The call failed, or the stream broke; what came before has been handed on.</exception>
    Task StreamAsync(ChatRequest request, Action<AiGatewayChatDelta> write, CallContext call);

    /// <summary>Calls a provider's own API, or a list of steps.</summary>
    /// <exception cref="AiGatewayException">The call failed.</exception>
    Task<AiGatewayResponse> SendAsync(NativeCall native, CallContext call);

    /// <summary>Asks, and reports how it went, failures included; waits a little for the log to tell the cost.</summary>
    /// <param name="request">The chat.</param>
    /// <param name="model">The model as it was asked for.</param>
    /// <param name="logWait">How long to wait for the log; zero for not at all.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<AiGatewayModelTest> TestAsync(ChatRequest request, string model, TimeSpan logWait, CallContext call);
}
