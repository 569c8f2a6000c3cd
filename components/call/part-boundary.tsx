"use client";
import { Component, type ReactNode } from "react";

interface PartBoundaryProps {
  sentence: string;
  children: ReactNode;
}

/** A part of the call whose code fails, or does not come, leaves the call as it is. */
export class PartBoundary extends Component<PartBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? (
      <p role="alert" className="p-4 text-sm">
        {this.props.sentence}
      </p>
    ) : (
      this.props.children
    );
  }
}
