"use client";
import { Component, type ReactNode } from "react";

interface SectionBoundaryProps {
  sentence: string;
  children: ReactNode;
}

/** A section that fails, or does not come, leaves the others and the call as they are. */
export class SectionBoundary extends Component<SectionBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? (
      <p role="alert" className="text-sm">
        {this.props.sentence}
      </p>
    ) : (
      this.props.children
    );
  }
}
